// Written by `npm run gen`. Change what it is made from, then run that again.
import adviceAnsweredInPublic from './advice/answered-in-public.ts'
import adviceDiagnose from './advice/diagnose.ts'
import adviceInstruct from './advice/instruct.ts'
import adviceTriage from './advice/triage.ts'
import channelAsksDetails from './channel/asks-details.ts'
import channelBooksByMessage from './channel/books-by-message.ts'
import channelHealthByMessage from './channel/health-by-message.ts'
import channelVisitorCare from './channel/visitor-care.ts'
import channelVisitorComplaint from './channel/visitor-complaint.ts'
import channelVisitorEmergency from './channel/visitor-emergency.ts'
import channelVisitorQuestion from './channel/visitor-question.ts'
import claimsCure from './claims/cure.ts'
import claimsDivertedReview from './claims/diverted-review.ts'
import claimsFdaApproved from './claims/fda-approved.ts'
import claimsGuarantee from './claims/guarantee.ts'
import claimsInsiderReview from './claims/insider-review.ts'
import claimsNoRisk from './claims/no-risk.ts'
import claimsPaidReview from './claims/paid-review.ts'
import claimsPainless from './claims/painless.ts'
import claimsPermanent from './claims/permanent.ts'
import claimsSilencedReview from './claims/silenced-review.ts'
import claimsSuperlative from './claims/superlative.ts'
import claimsTypicalResult from './claims/typical-result.ts'
import claimsUntruePicture from './claims/untrue-picture.ts'
import confirmsAdviceGiven from './confirms/advice-given.ts'
import confirmsAffirmation from './confirms/affirmation.ts'
import confirmsApology from './confirms/apology.ts'
import confirmsAppointment from './confirms/appointment.ts'
import confirmsBody from './confirms/body.ts'
import confirmsBystander from './confirms/bystander.ts'
import confirmsChoosing from './confirms/choosing.ts'
import confirmsCondition from './confirms/condition.ts'
import confirmsConduct from './confirms/conduct.ts'
import confirmsContactLog from './confirms/contact-log.ts'
import confirmsDenial from './confirms/denial.ts'
import confirmsDisguise from './confirms/disguise.ts'
import confirmsDismissal from './confirms/dismissal.ts'
import confirmsHashtag from './confirms/hashtag.ts'
import confirmsPatient from './confirms/patient.ts'
import confirmsPayment from './confirms/payment.ts'
import confirmsPraise from './confirms/praise.ts'
import confirmsRecord from './confirms/record.ts'
import confirmsRelative from './confirms/relative.ts'
import confirmsResults from './confirms/results.ts'
import confirmsSatisfaction from './confirms/satisfaction.ts'
import confirmsSeeYou from './confirms/see-you.ts'
import confirmsSpanish from './confirms/spanish.ts'
import confirmsSpanishTreatment from './confirms/spanish-treatment.ts'
import confirmsStaffLink from './confirms/staff-link.ts'
import confirmsTreatment from './confirms/treatment.ts'
import confirmsVisit from './confirms/visit.ts'
import consentBeforeAfter from './consent/before-after.ts'
import consentContest from './consent/contest.ts'
import consentPhoto from './consent/photo.ts'
import consentRepost from './consent/repost.ts'
import consentSpanishBeforeAfter from './consent/spanish-before-after.ts'
import consentStaffAsPatient from './consent/staff-as-patient.ts'
import consentTestimonial from './consent/testimonial.ts'
import consentVerbal from './consent/verbal.ts'
import identifierAccount from './identifier/account.ts'
import identifierAddress from './identifier/address.ts'
import identifierAge from './identifier/age.ts'
import identifierBiometric from './identifier/biometric.ts'
import identifierDate from './identifier/date.ts'
import identifierDevice from './identifier/device.ts'
import identifierEmail from './identifier/email.ts'
import identifierFileName from './identifier/file-name.ts'
import identifierHandle from './identifier/handle.ts'
import identifierIp from './identifier/ip.ts'
import identifierLicense from './identifier/license.ts'
import identifierLocation from './identifier/location.ts'
import identifierName from './identifier/name.ts'
import identifierNamedBeside from './identifier/named-beside.ts'
import identifierOtherNumber from './identifier/other-number.ts'
import identifierPhone from './identifier/phone.ts'
import identifierRecordNumber from './identifier/record-number.ts'
import identifierSpanishDate from './identifier/spanish-date.ts'
import identifierSsn from './identifier/ssn.ts'
import identifierUrl from './identifier/url.ts'
import identifierVehicle from './identifier/vehicle.ts'
import type { Rule } from './kit.ts'
import replyImplied from './reply/implied.ts'
import replyResembles from './reply/resembles.ts'
import replyUnaccounted from './reply/unaccounted.ts'
import storyAddressed from './story/addressed.ts'
import storyAnecdote from './story/anecdote.ts'
import storyBeyondAForm from './story/beyond-a-form.ts'
import storyComplaint from './story/complaint.ts'
import storyIndividual from './story/individual.ts'
import storyMilestone from './story/milestone.ts'
import storyMosaic from './story/mosaic.ts'
import storyPersonalAccount from './story/personal-account.ts'
import storyResembles from './story/resembles.ts'
import storySpanish from './story/spanish.ts'

/** Every rule of the house, by id. */
export const RULES: readonly Rule[] = [
  adviceAnsweredInPublic,
  adviceDiagnose,
  adviceInstruct,
  adviceTriage,
  channelAsksDetails,
  channelBooksByMessage,
  channelHealthByMessage,
  channelVisitorCare,
  channelVisitorComplaint,
  channelVisitorEmergency,
  channelVisitorQuestion,
  claimsCure,
  claimsDivertedReview,
  claimsFdaApproved,
  claimsGuarantee,
  claimsInsiderReview,
  claimsNoRisk,
  claimsPaidReview,
  claimsPainless,
  claimsPermanent,
  claimsSilencedReview,
  claimsSuperlative,
  claimsTypicalResult,
  claimsUntruePicture,
  confirmsAdviceGiven,
  confirmsAffirmation,
  confirmsApology,
  confirmsAppointment,
  confirmsBody,
  confirmsBystander,
  confirmsChoosing,
  confirmsCondition,
  confirmsConduct,
  confirmsContactLog,
  confirmsDenial,
  confirmsDisguise,
  confirmsDismissal,
  confirmsHashtag,
  confirmsPatient,
  confirmsPayment,
  confirmsPraise,
  confirmsRecord,
  confirmsRelative,
  confirmsResults,
  confirmsSatisfaction,
  confirmsSeeYou,
  confirmsSpanish,
  confirmsSpanishTreatment,
  confirmsStaffLink,
  confirmsTreatment,
  confirmsVisit,
  consentBeforeAfter,
  consentContest,
  consentPhoto,
  consentRepost,
  consentSpanishBeforeAfter,
  consentStaffAsPatient,
  consentTestimonial,
  consentVerbal,
  identifierAccount,
  identifierAddress,
  identifierAge,
  identifierBiometric,
  identifierDate,
  identifierDevice,
  identifierEmail,
  identifierFileName,
  identifierHandle,
  identifierIp,
  identifierLicense,
  identifierLocation,
  identifierName,
  identifierNamedBeside,
  identifierOtherNumber,
  identifierPhone,
  identifierRecordNumber,
  identifierSpanishDate,
  identifierSsn,
  identifierUrl,
  identifierVehicle,
  replyImplied,
  replyResembles,
  replyUnaccounted,
  storyAddressed,
  storyAnecdote,
  storyBeyondAForm,
  storyComplaint,
  storyIndividual,
  storyMilestone,
  storyMosaic,
  storyPersonalAccount,
  storyResembles,
  storySpanish,
]
