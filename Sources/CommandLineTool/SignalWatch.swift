import Dispatch
import Experiments
import Foundation
import Synchronization

/// Listens for Ctrl-C and SIGTERM: the first stops the work, the second ends the program at once.
struct SignalWatch {
    private let received: ReceivedSignal
    private let sources: [any DispatchSourceSignal]

    /// Starts listening.
    init(_ cancellation: CancellationFlag) {
        let received = ReceivedSignal(cancellation)
        self.received = received
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { received.receive(number) }
            source.resume()
            return source
        }
    }

    /// The exit status of the signal received, or nil.
    var exitStatus: Int32? { received.exitStatus }
}

/// The first signal that came.
private final class ReceivedSignal: Sendable {
    private let number = Atomic<Int32>(0)
    private let cancellation: CancellationFlag

    init(_ cancellation: CancellationFlag) {
        self.cancellation = cancellation
    }

    var exitStatus: Int32? {
        let number = number.load(ordering: .acquiring)
        return number == 0 ? nil : 128 + number
    }

    func receive(_ signal: Int32) {
        let (isFirst, _) = number.compareExchange(
            expected: 0,
            desired: signal,
            ordering: .acquiringAndReleasing
        )
        if !isFirst { _exit(128 + signal) }
        cancellation.raise()
    }
}
