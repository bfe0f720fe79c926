namespace SurvivalKit;

/// <summary>What a MaxCombo test holds against equal survival.</summary>
public enum MaxComboAlternative
{
    /// <summary>The groups differ, in either direction: the greatest |Z| counts.</summary>
    TwoSided,

    /// <summary>The second group lives longer: the lowest Z counts.</summary>
    SecondLivesLonger,

    /// <summary>The second group lives shorter: the greatest Z counts.</summary>
    SecondLivesShorter,
}
