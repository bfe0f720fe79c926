namespace SurvivalKit.Published;

/// <summary>The divisor of the squared distances from the mean in a standard deviation.</summary>
public enum DeviationReading
{
    /// <summary>The number of values less one, as every statistics program does.</summary>
    NMinusOne,

    /// <summary>The number of values, as some spreadsheets do.</summary>
    N,
}
