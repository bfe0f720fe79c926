namespace SurvivalKit;

/// <summary>A standard distribution of an error z that has shapes of its own: mode 0, and there the curvature of a normal distribution.
/// First derivatives are by z and then by each shape; second ones are the lower triangle.</summary>
internal interface IShapedError
{
    /// <summary>The number of shapes.</summary>
    int Shapes { get; }

    /// <summary>How fast the distribution changes with z: about 1 / <see cref="Rate"/> is the distance within which a tail becomes
    /// exponential; 0 for a normal distribution.</summary>
    double Rate { get; }

    /// <summary>The logarithm of the density.</summary>
    double LogDensity(double z);

    /// <summary>The logarithm of the density with its derivatives.</summary>
    double LogDensity(double z, Span<double> first, Span<double> second);
}
