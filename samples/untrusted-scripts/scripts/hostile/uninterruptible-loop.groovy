// tries: ignore interrupts, hang at exit
Runtime.runtime.addShutdownHook(new Thread({ while (true) { } }))
while (true) {
    try {
        Thread.sleep(1000)
    } catch (InterruptedException ignored) {
        continue
    }
}
