namespace SurvivalKit.Published;

/// <summary>A change of a <see cref="SurvivalDraft"/> that is not made yet.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="Place">The place of the endpoint, or of the covariate in <see cref="SurvivalDraft.Changing"/>.</param>
/// <param name="First">The patient.</param>
/// <param name="Second">The other patient of an exchange; -1: there is none.</param>
internal readonly record struct SurvivalMove(SurvivalMoveKind Kind, int Place, int First, int Second)
{
    /// <summary>The new time, and where it is undone the old one.</summary>
    public int Time { get; init; }

    /// <summary>The new value of a free indicator, and where it is undone the old one.</summary>
    public double Value { get; init; }

    /// <summary>Whether a covariate changes, and not an endpoint.</summary>
    public bool IsOfCovariate => Kind >= SurvivalMoveKind.SetIndicator;
}
