namespace SurvivalKit.TextCheck;

/// <summary>The scale on which an interval is symmetrical about its estimate.</summary>
internal enum EffectScale
{
    /// <summary>The plain one, of differences and coefficients.</summary>
    Plain,

    /// <summary>That of Fisher's z, the inverse hyperbolic tangent of a correlation.</summary>
    FisherZ,
}
