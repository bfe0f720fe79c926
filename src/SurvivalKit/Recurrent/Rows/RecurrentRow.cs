namespace SurvivalKit;

/// <summary>A row of a Cox model of recurrent events.</summary>
/// <param name="Row">The row of the data, from 0.</param>
/// <param name="Start">The start of the time at risk.</param>
/// <param name="Stop">Its end.</param>
/// <param name="IsEvent">Whether it ends with the event of this number.</param>
/// <param name="Number">The number of the event that the row is at risk of, from 1.</param>
internal readonly record struct RecurrentRow(int Row, double Start, double Stop, bool IsEvent, int Number);
