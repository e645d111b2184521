package io.pixport.contracts.usecase;

/** All that the use cases promise over a pair of adapters. */
public interface UseCasesContract
        extends UploadContract,
                ReserveContract,
                SettleContract,
                CompleteContract,
                CompleteRaceContract,
                PartsContract,
                DuplicateContract,
                ReadContract,
                ChangeContract,
                DeleteAndRestoreContract,
                PurgeContract,
                ReconcileContract,
                InterruptionContract,
                UseCaseOutageContract {}
