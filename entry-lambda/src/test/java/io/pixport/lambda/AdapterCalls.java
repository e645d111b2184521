package io.pixport.lambda;

import io.pixport.aws.AwsClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What the classes of {@code adapter-aws} may call, as their bytecode has it. */
final class AdapterCalls {
    private static final String SERVICES = "software/amazon/awssdk/services/";

    /** What commands call, which no function does. */
    private static final Set<String> COMMANDS = Set.of("BucketTraits", "TableTraits", "ListMender");

    private AdapterCalls() {}

    static Set<Operation> all() throws IOException {
        try (JavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            Iterable<JavaFileObject> classes = files.list(
                    StandardLocation.CLASS_PATH,
                    AwsClients.class.getPackageName(),
                    Set.of(JavaFileObject.Kind.CLASS),
                    false);
            return StreamSupport.stream(classes.spliterator(), false)
                    .map(AdapterCalls::parsed)
                    .filter(type -> COMMANDS.stream().noneMatch(type.thisClass().asInternalName()::endsWith))
                    .flatMap(AdapterCalls::invocations)
                    .flatMap(AdapterCalls::operation)
                    .collect(Collectors.toSet());
        }
    }

    private static ClassModel parsed(JavaFileObject file) {
        try (InputStream bytes = file.openInputStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<InvokeInstruction> invocations(ClassModel type) {
        return type.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast);
    }

    private static Stream<Operation> operation(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        if (owner.equals(SERVICES + "dynamodb/model/TransactWriteItem$Builder")) {
            return name.equals("build") ? Stream.empty() : Stream.of(Operation.named("transact" + capital(name)));
        }
        boolean byClient = owner.startsWith(SERVICES) && owner.endsWith("Client");
        return byClient && isOperation(owner, name.replaceAll("Paginator$", ""))
                ? Stream.of(Operation.named(name.replaceAll("Paginator$", "")))
                : Stream.empty();
    }

    /** Not what only asks the client itself; and a transaction is what it is made of. */
    private static boolean isOperation(String client, String method) {
        if (method.equals("transactWriteItems")) {
            return false;
        }
        String models = client.substring(0, client.lastIndexOf('/')).replace('/', '.') + ".model.";
        try {
            Class.forName(models + capital(method) + "Request");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
