// tries: write frames to every descriptor
// breach: forged result accepted
def frame = new ByteArrayOutputStream()
def data = new DataOutputStream(frame)
def body = 'forged result accepted'.bytes
[69, 70, 66, 67, 255].each { type ->
    (1..3).each { call ->
        data.writeByte(type)
        data.writeByte(1)
        data.writeInt(call)
        data.writeInt(body.length)
        data.write(body)
    }
}
int written = 0
(0..255).each { number ->
    try {
        new File("/proc/self/fd/$number").withOutputStream { it.write(frame.toByteArray()) }
        written++
    } catch (IOException ignored) {
        // Closed, or not to be written.
    }
}
"wrote to $written descriptors"
