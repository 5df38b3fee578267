package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a reader has to hold in his head at once, in all modules, tests included. */
class SourceRulesTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 40;

  /** Long because what they test has that many kinds; to divide them would say nothing. */
  private static final List<String> LISTS_OF_SAMPLES =
      List.of(
          "JdkCollectionsTest.containers",
          "JdkTypesTest.equalValues",
          "MethodKindsIT.eachKindOfMethodAnswersFromASandbox",
          "ResultGateTest.everyScalarComesBackEqualFromAnOpenPlace");

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void noFileIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      long lines;
      try (Stream<String> all = Files.lines(file)) {
        lines = all.count();
      }
      if (lines > LONGEST_FILE) {
        tooLong.add(ROOT.relativize(file) + " has " + lines + " lines");
      }
    }
    assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
  }

  /** From the first line of its head to the closing brace, its Javadoc not counted. */
  @Test
  void noMethodIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      Methods methods = new Methods(Trees.instance(task).getSourcePositions(), tooLong);
      for (CompilationUnitTree unit : task.parse()) {
        methods.scan(unit, null);
      }
    }
    assertThat(tooLong)
        .as("methods of more than %d lines", LONGEST_METHOD)
        .containsExactlyInAnyOrderElementsOf(LISTS_OF_SAMPLES);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> ROOT.relativize(file).toString().contains("src/"))
              .sorted()
              .toList();
      // A search in the wrong place finds nothing wrong.
      assertThat(sources).hasSizeGreaterThan(300);
      return sources;
    }
  }

  private static final class Methods extends TreePathScanner<Void, Void> {
    private final SourcePositions positions;
    private final List<String> tooLong;

    Methods(SourcePositions positions, List<String> tooLong) {
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      BlockTree body = method.getBody();
      if (body != null) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        LineMap lines = unit.getLineMap();
        long from = lines.getLineNumber(positions.getStartPosition(unit, method));
        long to = lines.getLineNumber(positions.getEndPosition(unit, body));
        if (to - from + 1 > LONGEST_METHOD) {
          ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
          tooLong.add(owner.getSimpleName() + "." + method.getName());
        }
      }
      return super.visitMethod(method, nothing);
    }
  }
}
