/** Words that addresses are made of. Kept as sets and not as lists: they are asked for single words, thousands of times. */
const set = (words: string) => new Set(words.split(' '))
/** Behind a number and a name they make a street, however they are spelled. */
export const STREET = set(
  'street st str avenue ave av road rd boulevard blvd lane ln drive dr court ct circle cir parkway pkwy highway hwy terrace ter trail trl turnpike tpke expressway fwy freeway plaza plz alley crescent',
)
/** These are also ordinary words: only between capitals. */
export const WAY = set(
  'way place pl square sq loop run pass row path point pt pike bend crossing xing hill hills ridge cove creek view walk close gardens green mews landing manor estates park center centre commons meadow meadows station grove glen hollow',
)
export const ABROAD = set(
  'avda strasse str gasse weg allee platz via viale piazza rua avenida calle carrer plaza rue chemin ulica ul utca ut ter gatan gata vej veien vegen straat laan kade katu tie puistotie ulitsa u postbox u.',
)
export const ENDING =
  /.{3}(?:strasse|straat|gatan|gata|vagen|vegen|veien|vej|weg|gasse|allee|platz|laan|kade|katu|katan|tie|utca|gade|vaenget|stien|terrasse|street|strasse|braut|garden|gade|tan)$/
export const UNIT = set('apt apartment suite ste unit bldg building floor fl #')
export const COMPASS = set('n s e w ne nw se sw north south east west')
export const STATE =
  /^(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]|A[AEP])$/
/** No street begins with these, and no address goes on with them. */
export const PLAIN = set(
  'the a an and or but we our us you your they their he she his her it its i my me is are was were be been to from in on at for with by about of this that these those call text email book visit find open new free please thank thanks come stop see join follow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december am pm hour hours minute minutes day days week weeks month months year years percent off units unit syringe syringes ml mg phone tel fax mobile desk e website name date how what when where why who yes no so if not all any more most just only also then than as can could will would may do does did has have had mobile note',
)
/** Languages that put the kind of street first. */
export const FRONT = set(
  'avenue rue via rua calle avenida avda boulevard camino paseo plaza piazza viale chemin ulica',
)
