// tries: take 8 GiB outside the heap
// breach: unlimited
import sun.misc.Unsafe

def field = Unsafe.getDeclaredField('theUnsafe')
field.accessible = true
Unsafe unsafe = field.get(null)
long step = 64L << 20
128.times {
    long address = unsafe.allocateMemory(step)
    unsafe.setMemory(address, step, (byte) 1)
}
'unlimited: 8 GiB'
