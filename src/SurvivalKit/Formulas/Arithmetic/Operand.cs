namespace SurvivalKit;

/// <summary>A number for each row, or one for all.</summary>
internal readonly record struct Operand(ReadOnlyMemory<double> Values, double? Constant)
{
    public double this[int row] => Constant ?? Values.Span[row];
}
