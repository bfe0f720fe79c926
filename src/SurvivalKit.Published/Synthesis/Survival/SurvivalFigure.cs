namespace SurvivalKit.Published;

/// <summary>Something that is computed of a <see cref="SurvivalDraft"/> and compared with the claims it gives.</summary>
internal abstract class SurvivalFigure(int endpoint)
{
    /// <summary>The endpoint.</summary>
    public int Endpoint { get; } = endpoint;

    /// <summary>How long it takes to compute, roughly, in units of the shortest: a search computes the cheap ones first.</summary>
    public abstract int Effort { get; }

    /// <summary>Whether the figure stays the same when patients of an arm exchange their times.</summary>
    public virtual bool IsOfArms => true;

    /// <summary>Whether the figure depends on a free indicator.</summary>
    public virtual bool DependsOn(FreeIndicator indicator) => false;

    /// <summary>How far it is from what is printed, summed over its claims: 0 where they print the same.</summary>
    public abstract double Cost();
}
