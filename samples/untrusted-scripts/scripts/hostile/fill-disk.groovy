// tries: write 2 GiB of files
// breach: unlimited
def block = new byte[1 << 20]
new Random(1).nextBytes(block)
def file = File.createTempFile('fill', '.bin')
file.withOutputStream { out ->
    2048.times { out.write(block) }
}
'unlimited: 2 GiB'
