namespace SurvivalKit;

/// <summary>A parameter of a time-to-event set (CDISC ADaM, ADTTE).</summary>
/// <param name="Code">PARAMCD: <c>OS</c>.</param>
/// <param name="Label">PARAM: <c>Overall survival</c>; empty where the set does not give it.</param>
/// <param name="Unit">AVALU, the unit of the times: <c>MONTHS</c>; empty where the set does not give it.</param>
public sealed record AdtteParameter(string Code, string Label, string Unit)
{
    /// <summary><c>OS, Overall survival, in MONTHS</c>.</summary>
    public override string ToString() =>
        Code + (Label.Length == 0 ? "" : ", " + Label) + (Unit.Length == 0 ? "" : ", in " + Unit);
}
