/** EXIF's tags that tell where, when, with what, by whom; named as exiftool does. IFD0, ExifIFD and their like. */
export const TAGS: ReadonlyMap<number, string> = new Map([
  [0x000b, 'ProcessingSoftware'],
  [0x010d, 'DocumentName'],
  [0x010e, 'ImageDescription'],
  [0x010f, 'Make'],
  [0x0110, 'Model'],
  [0x011d, 'PageName'],
  [0x0131, 'Software'],
  [0x0132, 'ModifyDate'],
  [0x013b, 'Artist'],
  [0x013c, 'HostComputer'],
  [0x4746, 'Rating'],
  [0x8298, 'Copyright'],
  [0x882a, 'TimeZoneOffset'],
  [0x9003, 'DateTimeOriginal'],
  [0x9004, 'CreateDate'],
  [0x9010, 'OffsetTime'],
  [0x9011, 'OffsetTimeOriginal'],
  [0x9012, 'OffsetTimeDigitized'],
  [0x9286, 'UserComment'],
  [0x9290, 'SubSecTime'],
  [0x9291, 'SubSecTimeOriginal'],
  [0x9292, 'SubSecTimeDigitized'],
  [0x9c9b, 'XPTitle'],
  [0x9c9c, 'XPComment'],
  [0x9c9d, 'XPAuthor'],
  [0x9c9e, 'XPKeywords'],
  [0x9c9f, 'XPSubject'],
  [0xa420, 'ImageUniqueID'],
  [0xa430, 'OwnerName'],
  [0xa431, 'SerialNumber'],
  [0xa432, 'LensInfo'],
  [0xa433, 'LensMake'],
  [0xa434, 'LensModel'],
  [0xa435, 'LensSerialNumber'],
  [0xa436, 'ImageTitle'],
  [0xa437, 'Photographer'],
  [0xa438, 'ImageEditor'],
  [0xa439, 'CameraFirmware'],
  [0xa43a, 'RAWDevelopingSoftware'],
  [0xa43b, 'ImageEditingSoftware'],
  [0xc614, 'UniqueCameraModel'],
  [0xc615, 'LocalizedCameraModel'],
  [0xc62f, 'CameraSerialNumber'],
  [0xc65d, 'RawUniqueID'],
  [0xc68b, 'OriginalRawFileName'],
  [0xfde8, 'OwnerName'],
  [0xfde9, 'SerialNumber'],
  [0xfdea, 'Lens'],
])

export const GPS_TAGS: ReadonlyMap<number, string> = new Map([
  [0x02, 'GPSLatitude'],
  [0x04, 'GPSLongitude'],
  [0x06, 'GPSAltitude'],
  [0x07, 'GPSTimeStamp'],
  [0x11, 'GPSImgDirection'],
  [0x14, 'GPSDestLatitude'],
  [0x16, 'GPSDestLongitude'],
  [0x1c, 'GPSAreaInformation'],
  [0x1d, 'GPSDateStamp'],
])

/** Tags whose value is a place or a block, not a fact. */
export const EXIF_IFD = 0x8769
export const GPS_IFD = 0x8825
export const INTEROP_IFD = 0xa005
export const SUB_IFDS = 0x014a
export const MAKER_NOTE = 0x927c
export const DNG_PRIVATE = 0xc634
export const XMP_BLOCK = 0x02bc
export const IPTC_BLOCK = 0x83bb
export const PHOTOSHOP_BLOCK = 0x8649
export const ORIENTATION = 0x0112
export const THUMBNAIL_AT = 0x0201
export const THUMBNAIL_LENGTH = 0x0202
export const STRIPS_AT = 0x0111
