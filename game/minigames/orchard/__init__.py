"""The Orchard: rise to reach the apples, come down slowly."""
