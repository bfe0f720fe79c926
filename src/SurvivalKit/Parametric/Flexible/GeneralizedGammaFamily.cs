namespace SurvivalKit;

/// <summary>Generalised gamma distributions: the logarithm of the scale, and Q (Prentice 1974).</summary>
internal sealed class GeneralizedGammaFamily : IFlexibleFamily
{
    public int Shapes => 2;

    public IFlexibleLifetime At(ReadOnlySpan<double> shapes) =>
        new ShapedLocationScale<GeneralizedGammaError>(new(shapes[1]), shapes[0]);
}
