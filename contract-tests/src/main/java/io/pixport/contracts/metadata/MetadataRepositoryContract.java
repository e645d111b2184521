package io.pixport.contracts.metadata;

/** All that a {@link io.pixport.core.port.MetadataRepository} promises while it can be reached. */
public interface MetadataRepositoryContract
        extends SaveContract,
                FindContract,
                UpdateContract,
                DeleteRecordContract,
                ListContract,
                FilterContract,
                TrashContract,
                ReservationsContract,
                CopiesContract,
                MissingContract,
                ExpiryContract,
                TransitionContract {}
