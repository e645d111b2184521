package io.pixport.contracts.usecase;

/** All that the use cases promise over a pair of adapters, but for what {@link InterruptionContract} says of failures on the way. */
public interface UseCasesContract
        extends UploadContract,
                ReserveContract,
                SettleContract,
                CompleteContract,
                CompleteRaceContract,
                PartsContract,
                DuplicateContract,
                ReadContract,
                ExportContract,
                ChangeContract,
                DeleteAndRestoreContract,
                EraseOwnerContract,
                PurgeContract,
                ReconcileContract,
                UseCaseOutageContract {}
