namespace SurvivalKit.Published;

/// <summary>The aspects of a row in words.</summary>
internal static class AspectNames
{
    /// <summary>An aspect in words: <c>hazard ratio</c> of <c>hr</c>.</summary>
    public static string Of(string aspect) => aspect switch
    {
        Aspects.Count => "number",
        Aspects.FirstCount => "first number",
        Aspects.SecondCount => "second number",
        Aspects.Percent => "percentage",
        Aspects.StandardDeviation => "SD",
        Aspects.Minimum => "minimum",
        Aspects.Maximum => "maximum",
        Aspects.HazardRatio => "hazard ratio",
        Aspects.Lower => "lower limit",
        Aspects.Upper => "upper limit",
        Aspects.P => "P",
        _ => aspect,
    };
}
