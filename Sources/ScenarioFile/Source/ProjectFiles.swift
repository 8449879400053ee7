import Foundation

/// Reads the files that a scenario names, all of them below one folder.
struct ProjectFiles {
    /// Real path of the folder that files must lie in.
    let root: String

    /// Why a file is not read.
    struct Fault: Error {
        var cause: DiagnosticText
        var isMissing = false
    }

    /// The project of a main file: the nearest folder above it that holds `Scenarios`, else its own folder.
    init(mainFile realPath: String) {
        let own = (realPath as NSString).deletingLastPathComponent
        var folder = own
        var found: String?
        while found == nil {
            var isDirectory: ObjCBool = false
            let candidate = (folder as NSString).appendingPathComponent("Scenarios")
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isDirectory),
                isDirectory.boolValue
            {
                found = folder
            }
            let parent = (folder as NSString).deletingLastPathComponent
            if parent == folder || parent.isEmpty { break }
            folder = parent
        }
        root = found ?? own
    }

    /// The real path of an existing file, else why there is none.
    static func realPath(_ path: String) throws(Fault) -> String {
        guard !path.utf8.contains(0), path.utf8.count < 4_096 else {
            throw Fault(cause: DiagnosticText("not a file name", "это не имя файла"))
        }
        guard let resolved = realpath(path, nil) else { throw fault(errno) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The real path of a file named in another, if it is allowed.
    func resolve(_ name: String, from folder: String) throws(Fault) -> String {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":"),
            !name.hasPrefix("~")
        else {
            throw Fault(
                cause: DiagnosticText(
                    "a path must be relative to the file that names it, with '/' between folders",
                    "путь указывают относительно файла, в котором он записан, через «/»"
                )
            )
        }
        let real = try Self.realPath(folder + "/" + name)
        guard real.hasPrefix(root == "/" ? "/" : root + "/") else {
            throw Fault(
                cause: DiagnosticText(
                    "the path leads out of the project's folder",
                    "путь выводит за пределы папки проекта"
                )
            )
        }
        return real
    }

    /// The bytes of a regular file, at most one more than the limit of a scenario file.
    static func bytes(of realPath: String) throws(Fault) -> [UInt8] {
        let descriptor = try descriptor(of: realPath)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Fault(cause: DiagnosticText("not a regular file", "это не обычный файл"))
        }
        let limit = SourceText.sizeLimit + 1
        if status.st_size >= limit { return Array(repeating: 0x20, count: limit) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                guard errno == EINTR else { throw fault(errno) }
                continue
            }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return bytes
    }

    /// Opens a real path folder by folder, following no link, so that a folder exchanged for a link since the
    /// path was judged is not followed either.
    private static func descriptor(of realPath: String) throws(Fault) -> CInt {
        #if os(Linux)
            // `O_PATH`, which Glibc does not show to Swift: enough to pass through a folder that may not be listed.
            let passing = 0o10_000_000 | O_DIRECTORY
        #else
            let passing = O_SEARCH | O_DIRECTORY
        #endif
        let parts = realPath.split(separator: "/").map(String.init)
        var folder = open("/", passing | O_CLOEXEC)
        for (number, part) in parts.enumerated() where folder >= 0 {
            let isLast = number == parts.count - 1
            let next = openat(
                folder,
                part,
                (isLast ? O_RDONLY | O_NONBLOCK : passing) | O_NOFOLLOW | O_CLOEXEC
            )
            let code = errno
            close(folder)
            errno = code
            folder = next
        }
        guard folder >= 0 else { throw fault(errno) }
        return folder
    }

    private static func fault(_ code: Int32) -> Fault {
        switch code {
        case ENOENT, ENOTDIR:
            Fault(cause: DiagnosticText("there is no such file", "такого файла нет"), isMissing: true)
        case EACCES, EPERM:
            Fault(cause: DiagnosticText("no permission to read it", "нет прав на чтение"))
        default:
            Fault(
                cause: DiagnosticText(
                    String(cString: strerror(code)).lowercased(),
                    "ошибка чтения: \(String(cString: strerror(code)))"
                )
            )
        }
    }
}
