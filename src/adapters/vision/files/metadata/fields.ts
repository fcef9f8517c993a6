/** What a field is about; `words`: somebody typed it, and the text rules read it. */
export type About = 'gps' | 'taken' | 'device' | 'person' | 'words'

const NAMES: Readonly<Record<About, string>> = {
  gps: `GPSLatitude GPSLongitude GPSAltitude GPSDestLatitude GPSDestLongitude GPSAreaInformation GPSCoordinates
    GPSPosition GPSTrack GPSImgDirection GPSTrackLog LocationInformation LocationName Location City State Province-State
    Sub-location Country Country-PrimaryLocationName CountryCode Country-PrimaryLocationCode ContentLocationName
    LocationCreatedSublocation LocationCreatedCity LocationCreatedProvinceState LocationCreatedCountryName
    LocationCreatedLocationName LocationCreatedGPSLatitude LocationCreatedGPSLongitude LocationShownSublocation
    LocationShownCity LocationShownProvinceState LocationShownCountryName LocationShownLocationName
    LocationShownGPSLatitude LocationShownGPSLongitude Landmark`,
  taken: `DateTimeOriginal CreateDate ModifyDate MediaCreateDate CreationDate ContentCreateDate GPSDateStamp
    GPSTimeStamp GPSDateTime DateCreated TimeCreated DigitalCreationDate DigitalCreationTime DateTimeDigitized
    SubSecTime SubSecTimeOriginal SubSecTimeDigitized OffsetTime OffsetTimeOriginal OffsetTimeDigitized TimeZoneOffset
    MetadataDate DateTime HistoryWhen CreationTime DateTimeUTC ReleaseDate TimeStamp`,
  device: `Make Model SerialNumber InternalSerialNumber LensSerialNumber LensModel LensMake LensID Lens LensInfo
    Software SoftwareVersion HostComputer CreatorTool ProcessingSoftware UniqueCameraModel CameraSerialNumber
    LocalizedCameraModel ImageUniqueID CameraFirmware RAWDevelopingSoftware ImageEditingSoftware CameraType
    FirmwareVersion Firmware SerialNumberHash Encoder WritingApp MuxingApp OriginatingProgram ProgramVersion JUMDType
    DroneSerialNumber BodySerialNumber ContentIdentifier MediaGroupUUID PhotoIdentifier ImageCaptureRequestID
    OriginalRawFileName CameraID CameraLabel HistorySoftwareAgent CameraBodySerialNumber DeviceManufacturer
    FlashSerialNumber ImageID RawUniqueID DocumentID OriginalDocumentID InstanceID`,
  person: `Artist Creator Copyright OwnerName CameraOwnerName XPAuthor By-line By-lineTitle CopyrightNotice Credit
    Source Contact Writer-Editor CaptionWriter AuthorsPosition Rights Owner WebStatement CreatorAddress
    CreatorCity CreatorRegion CreatorPostalCode CreatorCountry CreatorWorkTelephone CreatorWorkEmail CreatorWorkURL
    PersonInImage PersonInImageName PersonInImageId RegionName RegionPersonDisplayName RegionPersonEmailDigest
    RegionPersonLiveIdCID RegionDescription Author Performer Composer Photographer ImageEditor BabyName BabyAge BabyAge2
    ModelReleaseID LicensorName ImageCreatorName ImageSupplierName CopyrightOwnerName UsageTerms Contributor
    Publisher RecognizedFaceName FaceName UserName Name ModelReleaseStatus EditStatus Marked`,
  words: `ImageDescription Description Caption-Abstract Title ObjectName Headline Keywords Subject XPTitle
    XPComment XPKeywords XPSubject UserComment Comment Label Instructions SpecialInstructions Event
    HierarchicalSubject LastKeywordXMP TagsList CatalogSets LongDescription Information DocumentName ImageTitle
    ImageHeadline TransmissionReference SupplementalCategories Category Warning Disclaimer AltTextAccessibility
    ExtDescrAccessibility Caption Nickname Notes PageName TransmissionRef`,
}

const ABOUT = new Map<string, About>()
for (const [about, names] of Object.entries(NAMES)) {
  for (const name of names.split(/\s+/)) ABOUT.set(name, about as About)
}
// Made by every editor for every file, and equal in every copy: they name nobody and no device.
for (const name of [
  'DocumentID',
  'OriginalDocumentID',
  'InstanceID',
  'Marked',
  'EditStatus',
  'ModelReleaseStatus',
]) {
  ABOUT.delete(name)
}

export function aboutOf(name: string): About | undefined {
  return ABOUT.get(name)
}
