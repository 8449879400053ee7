import Foundation
import UserTexts

/// Why the system did not read or write, for a person.
enum SystemCause {
    /// The cause that a system call left as its error number.
    static func text(of number: Int32) -> LocalisedText {
        switch number {
        case ENOSPC, EDQUOT:
            LocalisedText(ru: "на диске не осталось места", en: "there is no space left on the disk")
        case EACCES, EPERM: LocalisedText(ru: "нет прав на запись", en: "writing there is not permitted")
        case EROFS: LocalisedText(ru: "диск доступен только для чтения", en: "the disk is read-only")
        case EISDIR: LocalisedText(ru: "это папка, а не файл", en: "it is a folder, not a file")
        case ENOTDIR:
            LocalisedText(ru: "часть пути — файл, а не папка", en: "part of the path is a file, not a folder")
        case ENOENT: LocalisedText(ru: "такой папки нет", en: "there is no such folder")
        case EEXIST: LocalisedText(ru: "такое имя уже занято", en: "the name is taken already")
        case ENAMETOOLONG: LocalisedText(ru: "слишком длинное имя", en: "the name is too long")
        case EIO: LocalisedText(ru: "ошибка диска", en: "the disk has failed")
        default: LocalisedText(ru: "ошибка системы \(number)", en: String(cString: strerror(number)))
        }
    }

    /// The cause of an error that Foundation throws; where it names none, that of a second try by a system call.
    static func text(of error: any Error, orOf retry: () -> Int32 = { 0 }) -> LocalisedText {
        let error = error as NSError
        if let number = posixNumber(of: error) { return text(of: number) }
        if retry() != 0 { return text(of: errno) }
        let english = error.localizedDescription
        return LocalisedText(ru: "ошибка системы (\(english))", en: english)
    }

    private static func posixNumber(of error: NSError) -> Int32? {
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
            let number = posixNumber(of: underlying)
        {
            return number
        }
        guard error.domain == NSCocoaErrorDomain else { return nil }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteNoPermission, .fileReadNoPermission: return EACCES
        case .fileWriteVolumeReadOnly: return EROFS
        case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
        case .fileWriteFileExists: return EEXIST
        default: return nil
        }
    }
}
