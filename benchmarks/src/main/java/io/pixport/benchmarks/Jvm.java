package io.pixport.benchmarks;

import com.sun.management.ThreadMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM on this machine tells of itself, by JMX. */
final class Jvm implements AutoCloseable {
    private final JMXConnector connector;
    private final ThreadMXBean threads;
    private final MemoryMXBean memory;
    private final UnixOperatingSystemMXBean system;

    @SuppressWarnings("BanJNDI") // The other JVM is a child of this one.
    Jvm(long pid) throws IOException {
        connector = JMXConnectorFactory.connect(new JMXServiceURL(address(pid)));
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
        memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        system = ManagementFactory.getPlatformMXBean(beans, UnixOperatingSystemMXBean.class);
    }

    private static String address(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("cannot ask process " + pid, e);
        }
    }

    /** By all threads since the start; virtual ones count for those that carry them. */
    long allocatedBytes() {
        return threads.getTotalThreadAllocatedBytes();
    }

    int threads() {
        return threads.getThreadCount();
    }

    long openFiles() {
        return system.getOpenFileDescriptorCount();
    }

    /** Collects first. */
    long liveHeapBytes() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
