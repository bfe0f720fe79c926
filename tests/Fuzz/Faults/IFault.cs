namespace SurvivalKit.Fuzz;

/// <summary>A fault of R, or a difference of design, that is known and proved.</summary>
internal interface IFault
{
    /// <summary>What it is, in a few words.</summary>
    string Name { get; }

    /// <summary>Whether a disagreement is of this kind: by an argument that takes neither side's word for the number.</summary>
    bool Explains(Disagreement disagreement);
}
