package io.pixport.contracts.history;

/**
 * What somebody does. Users, tags and pictures are numbers, and so is an image, of those that there are. One that is to be
 * done in histories is a record of its own that {@link Histories} makes.
 */
sealed interface Action
        permits Upload,
                Settle,
                Lose,
                PutBack,
                ReserveAgain,
                Reserve,
                Send,
                SendPart,
                GetParts,
                Complete,
                Edit,
                Delete,
                Erase,
                Restore,
                Get,
                ListImages,
                ListTrash,
                FindCopy,
                Post,
                PostAgain,
                Batch,
                EraseOwner,
                Export,
                Purge,
                Reconcile,
                MendLists,
                Pass {
    /** Works out, by the model alone, what may come of it in this moment. */
    Plan plan(World world);
}
