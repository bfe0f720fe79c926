namespace SurvivalKit;

/// <summary>A response of a table.</summary>
/// <param name="Code">Its code, such as <c>PR</c>; where the responders were named, the value in the data.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="IsEvaluable">Whether who has it was evaluated.</param>
public sealed record ResponseLevel(string Code, string Name, bool IsEvaluable);
