namespace SurvivalKit;

/// <summary>The alternative hypothesis of a MaxCombo test.</summary>
public enum MaxComboAlternative
{
    /// <summary>The groups differ, in either direction: the statistic is the greatest |Z|.</summary>
    TwoSided,

    /// <summary>The second group survives longer: the statistic is the lowest Z.</summary>
    SecondLivesLonger,

    /// <summary>The second group survives less long: the statistic is the greatest Z.</summary>
    SecondLivesShorter,
}
