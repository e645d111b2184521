package io.pixport.contracts.usecase;

/**
 * A failure between any two steps, before or after the step took effect, from which the process recovers or dies: what was
 * answered with success stays true, answers agree, and what is left over is invisible and cleared away in time.
 */
public interface InterruptionContract extends UploadInterruptionContract, ChangeInterruptionContract {}
