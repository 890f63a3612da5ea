using Saima.Engine.Pool;

namespace Saima.Engine.Learning;

/// <summary>The weights of one kind of feature, by slot; one that was never seen has its prior.</summary>
public sealed class WeightGroup
{
    private readonly Func<int, Gaussian> _prior;
    private readonly TouchedSlots? _touched;
    private Gaussian[] _weights = [];

    /// <summary>An endless group whose members all start alike.</summary>
    /// <param name="prior">What is believed of a member before anything was seen.</param>
    /// <param name="touched">Where changes are noted, or null if nobody asks.</param>
    public WeightGroup(Gaussian prior, TouchedSlots? touched = null)
    {
        _prior = _ => prior;
        _touched = touched;
    }

    /// <summary>A group whose members start as <paramref name="prior"/> says.</summary>
    public WeightGroup(Func<int, Gaussian> prior) => _prior = prior;

    /// <summary>How many slots hold a weight of their own.</summary>
    public int Count => _weights.Length;

    public Gaussian this[int slot]
    {
        get => slot < _weights.Length ? _weights[slot] : _prior(slot);
        internal set
        {
            if (slot >= _weights.Length)
                Grow(slot);
            _weights[slot] = value;
            _touched?.Add(slot);
        }
    }

    /// <summary>True if nothing has moved the weight.</summary>
    internal bool IsPrior(int slot) => this[slot] == _prior(slot);

    private void Grow(int slot)
    {
        var before = _weights.Length;
        Array.Resize(ref _weights, Math.Max(slot + 1, Math.Max(16, before * 2)));
        for (var i = before; i < _weights.Length; i++)
            _weights[i] = _prior(i);
    }
}
