// tries: change the program's own archive
import java.nio.file.Files
import java.nio.file.Path

['.', System.getProperty('java.io.tmpdir')].each { print Files.isWritable(Path.of(it)) ? 'own ' : 'shut ' }
try (def file = new RandomAccessFile(archive, 'rw')) {
    file.seek(0)
    file.write('not a zip file'.bytes)
}
