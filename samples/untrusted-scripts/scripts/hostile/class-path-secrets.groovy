// tries: read secrets on the class path
def found = new StringBuilder()
def names = ['application.properties', '/application.properties', 'application.yaml', '.env', 'id_rsa',
             '../application.properties', 'META-INF/../application.properties', 'META-INF/MANIFEST.MF']
def loaders = [this.class.classLoader, Thread.currentThread().contextClassLoader, ClassLoader.systemClassLoader,
               Class.forName('dev.airlock.samples.scripts.ScriptRunner').classLoader]
loaders.findAll().each { loader ->
    names.each {
        try {
            found << (loader.getResourceAsStream(it)?.text ?: '')
            loader.getResources(it).each { url -> found << url.text }
        } catch (IOException | RuntimeException ignored) {
            found << '?'
        }
    }
}
found.toString()
