// tries: end the JVM with Runtime.halt
Runtime.runtime.halt(0)
