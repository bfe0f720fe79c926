using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Linear predictors of many observations with their standard errors, block by block.</summary>
internal sealed class CoxLinearPredictors
{
    private readonly CoxBasis _basis;
    private readonly CoxRowsToPredict _rows;
    private readonly CoxReference _reference;
    private readonly double[] _offsets;

    private CoxLinearPredictors(CoxBasis basis, CoxRowsToPredict rows, CoxReference reference)
    {
        _basis = basis;
        _rows = rows;
        _reference = reference;
        _offsets = rows.Offset;
        Values = new double[rows.Rows];
        Errors = new double[rows.Rows];
    }

    public double[] Values { get; }

    public double[] Errors { get; }

    /// <summary>(x - reference)'b + offset - mean offset, and the root of (x - reference)'V(x - reference).</summary>
    public static CoxLinearPredictors Compute(CoxBasis basis, CoxRowsToPredict rows, CoxReference reference)
    {
        var predictors = new CoxLinearPredictors(basis, rows, reference);
        RowBlocks.ForEach(RowBlocks.Parts(rows.Rows), rows.Rows, predictors.Fill);
        return predictors;
    }

    private void Fill(int part)
    {
        (int from, int to) = RowBlocks.Rows(part, _rows.Rows);
        int columns = _basis.Coefficients.Length;
        int longest = RowBlocks.LengthOfBlock(to - from);
        double[] differences = new double[columns * longest];
        double[] product = new double[longest];
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int length = Math.Min(RowBlocks.Block, to - i);
            Span<double> value = Values.AsSpan(i, length);
            for (int k = 0; k < length; k++)
            {
                // Offsets of a model that has none are 0, and so is their mean.
                value[k] = (_offsets.Length == 0 ? 0 : _offsets[i + k]) - _basis.OffsetMean;
            }

            for (int j = 0; j < columns; j++)
            {
                Span<double> difference = differences.AsSpan(j * longest, length);
                Subtract(j, i, difference);
                TensorPrimitives.MultiplyAdd(difference, _basis.Coefficients[j], value, value);
            }

            SetErrors(differences, longest, product.AsSpan(0, length), Errors.AsSpan(i, length));
        }
    }

    private void Subtract(int column, int from, Span<double> difference)
    {
        ReadOnlySpan<double> x = _rows.Design.Column(column).Slice(from, difference.Length);
        if (_reference == CoxReference.Strata && _rows.Strata.Length > 0)
        {
            for (int k = 0; k < difference.Length; k++)
            {
                difference[k] = x[k] - _basis.Strata[_rows.Strata[from + k]].Means[column];
            }

            return;
        }

        TensorPrimitives.Subtract(x, _reference == CoxReference.Zero ? 0 : _basis.Means[column], difference);
    }

    private void SetErrors(double[] differences, int longest, Span<double> product, Span<double> errors)
    {
        int columns = _basis.Coefficients.Length;
        errors.Clear();
        for (int j = 0; j < columns; j++)
        {
            product.Clear();
            for (int k = 0; k <= j; k++)
            {
                // The matrix is symmetric: off-diagonal elements count twice.
                double covariance = (k == j ? 1 : 2) * _basis.Covariance[j, k];
                TensorPrimitives.MultiplyAdd(differences.AsSpan(k * longest, product.Length), covariance, product, product);
            }

            TensorPrimitives.MultiplyAdd(differences.AsSpan(j * longest, product.Length), product, errors, errors);
        }

        for (int k = 0; k < errors.Length; k++)
        {
            // Rounding may give a value slightly below 0.
            errors[k] = Math.Sqrt(Math.Max(0, errors[k]));
            int at = k;
            if (_basis.Limit is { } limit && limit.IsDifferent(column => differences[(column * longest) + at]))
            {
                errors[k] = double.PositiveInfinity;
            }
        }
    }
}
