package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.ExportImages.Exported;
import io.pixport.core.usecase.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes all images of a user with their bytes. */
record Export(int user, Caller caller) implements Action {
    @Override
    public Plan plan(World world) {
        Plan plan = Plan.ask(() -> export(world));
        return caller == Caller.STRANGER ? plan.answering(Outcome.NotOwner.class) : plan;
    }

    private Outcome<?> export(World world) {
        return world.service()
                .exportImages()
                .export(world.user(user), caller.id(world, user))
                .flatMap(export -> {
                    List<ImageId> ids = new ArrayList<>();
                    Optional<Exported> next = export.next();
                    while (next.isPresent()) {
                        ids.add(next.get().image().id());
                        assertWhole(world, next.get());
                        next = export.next();
                    }
                    assertThat(ids)
                            .isEqualTo(world.model().listed(entry -> entry.owner() == user).stream()
                                    .map(Entry::id)
                                    .toList());
                    return new Outcome.Done<>(ids);
                });
    }

    private static void assertWhole(World world, Exported exported) {
        Entry entry = world.model().get(exported.image().id());
        assertThat(exported.content().isEmpty())
                .as("%s is lost", entry)
                .isEqualTo(entry.active().lost());
        exported.content().ifPresent(content -> assertThat(StoreFixture.drain(content))
                .as("the bytes of %s", entry)
                .isEqualTo(Pictures.bytes(entry.active().picture())));
    }
}
