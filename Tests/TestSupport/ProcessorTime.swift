import Glibc

/// CPU time of the present thread: how long a test's own work took, however busy the machine is.
public enum ProcessorTime {
    /// Seconds since the thread began.
    public static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
