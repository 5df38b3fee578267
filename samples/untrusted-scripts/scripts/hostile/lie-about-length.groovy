// tries: announce a 2 GB answer
def head = new ByteArrayOutputStream()
def data = new DataOutputStream(head)
data.writeByte(69)
data.writeByte(0)
data.writeInt(1)
data.writeInt(Integer.MAX_VALUE)
(0..255).each { number ->
    try {
        new File("/proc/self/fd/$number").withOutputStream { it.write(head.toByteArray()) }
    } catch (IOException ignored) {
        // Closed, or not to be written.
    }
}
Thread.sleep(60000)
