namespace SurvivalKit;

/// <summary>A distribution whose shape can be another.</summary>
/// <typeparam name="TSelf">Its own type.</typeparam>
internal interface IShapedLifetime<TSelf> : ILifetime
    where TSelf : struct, IShapedLifetime<TSelf>
{
    /// <summary>The distribution of a shape.</summary>
    static abstract TSelf Of(double shape);
}
