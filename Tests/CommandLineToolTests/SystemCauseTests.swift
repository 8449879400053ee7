import Foundation
import Testing
import UserTexts

@testable import CommandLineTool

struct SystemCauseTests {
    @Test(arguments: [
        ENOSPC, EDQUOT, EACCES, EPERM, EROFS, EISDIR, ENOTDIR, ENOENT, EEXIST, ENAMETOOLONG, EIO,
    ])
    func `the usual causes are told in both languages`(number: Int32) {
        let text = SystemCause.text(of: number)
        #expect(!text.ru.contains { $0.isASCII && $0.isLetter })
        #expect(text.en.allSatisfy(\.isASCII) && text.en.count > 8)
        let thrown = NSError(
            domain: NSCocoaErrorDomain,
            code: CocoaError.fileWriteUnknown.rawValue,
            userInfo: [NSUnderlyingErrorKey: NSError(domain: NSPOSIXErrorDomain, code: Int(number))]
        )
        #expect(SystemCause.text(of: thrown).ru == text.ru)
    }

    @Test(arguments: [
        (CocoaError.fileWriteOutOfSpace, ENOSPC), (.fileWriteNoPermission, EACCES),
        (.fileWriteVolumeReadOnly, EROFS), (.fileNoSuchFile, ENOENT), (.fileWriteFileExists, EEXIST),
    ])
    func `causes that only Foundation names are told as the system's`(code: CocoaError.Code, number: Int32) {
        let thrown = NSError(domain: NSCocoaErrorDomain, code: code.rawValue)
        #expect(SystemCause.text(of: thrown).en == SystemCause.text(of: number).en)
    }

    @Test func `a folder for results that cannot be made is told in Russian`() throws {
        let folder = try TestFolder()
        try folder.write("", to: "taken")
        let arguments = ["run", "small.yaml", "--lang", "ru", "--replications", "2", "--out"]
        for out in ["taken", "taken/inside"] {
            let run = try ToolRun(arguments + [out], in: folder)
            #expect(run.status == 74)
            #expect(run.errors.contains("не удаётся записать «\(out)»"), "\(run.errors)")
            let cause = run.errors.components(separatedBy: "»: ").last ?? ""
            #expect(!cause.contains { $0.isASCII && $0.isLetter }, "\(run.errors)")
        }
    }
}
