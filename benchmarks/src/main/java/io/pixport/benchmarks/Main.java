package io.pixport.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Objects;

/** Runs a program of this package and ends with it, though threads of local servers and of the load generator would go on. */
final class Main {
    private Main() {}

    /** @param args the name of the program's class, and the arguments for it */
    public static void main(String[] args) throws ReflectiveOperationException {
        Class<?> program = Class.forName(Main.class.getPackageName() + "." + args[0]);
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            Objects.requireNonNullElse(e.getCause(), e).printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }
}
