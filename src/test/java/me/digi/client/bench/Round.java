package me.digi.client.bench;

/**
 * What a round took, per unit.
 *
 * @param cpuMillis the processor time
 * @param millis the time that passed
 * @param mebibytes the most memory that the process has had so far
 * @param classes how many classes the process has loaded; 0 where nobody asks, and for Node.js
 */
record Round(double cpuMillis, double millis, double mebibytes, int classes) {
    private static final double MILLION = 1e6;

    /** Has the process do a round of the work. */
    static Round of(Work work, BenchProcess process) {
        boolean isStart = work == Work.START;
        process.awaitReady();
        long nanos = isStart ? System.nanoTime() - process.startNanos() : 0;
        long cpuNanos = isStart ? process.cpu().toNanos() : 0;
        for (Work.Step step : work.steps()) {
            long before = System.nanoTime();
            long cpuBefore = process.cpu().toNanos();
            process.run(step.name(), work.units);
            if (step.counts()) {
                nanos += System.nanoTime() - before;
                cpuNanos += process.cpu().toNanos() - cpuBefore;
            }
        }
        double units = MILLION * work.units;
        return new Round(
                cpuNanos / units, nanos / units, process.peakMebibytes(), isStart ? process.loadedClasses() : 0);
    }
}
