// tries: start 20000 threads
// breach: unlimited
20000.times {
    def thread = new Thread({ Thread.sleep(60000) })
    thread.daemon = true
    thread.start()
}
'unlimited: 20000 threads'
