namespace SurvivalKit;

/// <summary>Generalised F distributions: the logarithm of the scale, Q, and the logarithm of P (Prentice 1975).</summary>
internal sealed class GeneralizedFFamily : IFlexibleFamily
{
    public int Shapes => 3;

    public IFlexibleLifetime At(ReadOnlySpan<double> shapes) =>
        new ShapedLocationScale<GeneralizedFError>(new(shapes[1], shapes[2]), shapes[0]);
}
