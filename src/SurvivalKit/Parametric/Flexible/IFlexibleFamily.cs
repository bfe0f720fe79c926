namespace SurvivalKit;

/// <summary>Distributions that differ in several shapes.</summary>
internal interface IFlexibleFamily
{
    /// <summary>The number of shapes.</summary>
    int Shapes { get; }

    /// <summary>The distribution of some shapes.</summary>
    IFlexibleLifetime At(ReadOnlySpan<double> shapes);
}
